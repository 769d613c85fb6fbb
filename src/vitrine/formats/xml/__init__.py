"""XML cut into records and parsed, safely and as a stream."""
