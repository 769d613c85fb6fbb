"""Figures and faces in pictures, as key points: found by models that run here, compared as geometry, never named."""
