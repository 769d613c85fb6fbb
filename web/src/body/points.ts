/**
 * What is seen of a body or a face: points in pixels of the picture. "Left" is the person's own left.
 * Mirroring is the drawing's business, never the data's.
 */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  /** Depth in the same scale: 0 at the hips (body) or the middle of the face, smaller nearer to the camera. */
  readonly z: number;
  /** How sure it is that the point is there to be seen, 0 to 1. */
  readonly visibility: number;
}

/** One person in one picture. */
export interface Seen {
  /** 33 points of a body (POSE_POINTS) or 468 of a face. */
  readonly landmarks: readonly Landmark[];
  /** How sure it is that a person is there, 0 to 1. */
  readonly score: number;
  readonly width: number;
  readonly height: number;
  /** The time of the picture, in milliseconds, as it was handed over. */
  readonly at: number;
  /** Further people or faces in the picture; 0 where unknown. */
  readonly others: number;
}

/** The points of a body, in MediaPipe's order (mediapipe/python/solutions/pose.py, PoseLandmark). */
export const POSE_POINTS: readonly string[] = [
  "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer", "left_ear", "right_ear",
  "mouth_left", "mouth_right", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
  "left_pinky", "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip",
  "left_knee", "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel", "left_foot_index", "right_foot_index",
];
