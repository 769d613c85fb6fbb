"""Tables: CSV and TSV of any delimiter, alone or several joined."""
