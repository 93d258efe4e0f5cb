"""What is typed of one person: targets, outcomes, judgements and notes."""
