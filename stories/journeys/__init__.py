"""What becomes of a journey's record: its legs as they may be told, and every form in which they are given out."""
