"""Figures and faces in works, as key points: what a machine proposes, what people make of it, and which works may enter a game."""
