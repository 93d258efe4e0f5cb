"""What judged people amount to: years, appraisers, credits and who is picked out."""
