"""For teaching: claims and sentences checked against the record, quizzes, guided stories."""
