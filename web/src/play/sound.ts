/** Sound that tells without looking how close a pose is: the closer, the higher. Off until somebody asks for it. */

const LOW = 220; // Hz at a score of 0
const OCTAVES = 1.5; // up to a score of 100
const QUIET = 0.05;

export class Sound {
  private context: AudioContext | null = null;
  private tone: { oscillator: OscillatorNode; loudness: GainNode } | null = null;

  get on(): boolean {
    return this.tone !== null;
  }

  /** Switch on or off; only a tap may switch it on. */
  toggle(): void {
    if (this.tone !== null) {
      this.silence();
      return;
    }
    this.context ??= new AudioContext();
    void this.context.resume();
    const oscillator = this.context.createOscillator();
    const loudness = this.context.createGain();
    oscillator.type = "sine";
    loudness.gain.value = 0;
    oscillator.connect(loudness).connect(this.context.destination);
    oscillator.start();
    this.tone = { oscillator, loudness };
  }

  /** Sound as close as a score is, 0 to 100; null for nobody. */
  tell(score: number | null): void {
    if (this.tone === null || this.context === null) {
      return;
    }
    const now = this.context.currentTime;
    this.tone.loudness.gain.setTargetAtTime(score === null ? 0 : QUIET, now, 0.05);
    this.tone.oscillator.frequency.setTargetAtTime(LOW * 2 ** ((OCTAVES * (score ?? 0)) / 100), now, 0.08);
  }

  /** Two rising notes: the pose is struck. */
  chime(): void {
    if (this.tone === null || this.context === null) {
      return;
    }
    [660, 880].forEach((pitch, at) => {
      this.note(pitch, at * 0.16);
    });
    this.tell(null);
  }

  /** Be still; what was asked for is asked for again by the next tap. */
  silence(): void {
    this.tone?.oscillator.stop();
    this.tone = null;
  }

  private note(pitch: number, after: number): void {
    if (this.context === null) {
      return;
    }
    const start = this.context.currentTime + after;
    const [oscillator, loudness] = [this.context.createOscillator(), this.context.createGain()];
    oscillator.frequency.value = pitch;
    loudness.gain.setValueAtTime(2 * QUIET, start);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    oscillator.connect(loudness).connect(this.context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.45);
  }
}
