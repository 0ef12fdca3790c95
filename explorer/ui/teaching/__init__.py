"""What the pages for teaching show: claims, quizzes, stories, the presenter view."""
