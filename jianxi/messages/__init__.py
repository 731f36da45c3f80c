"""What leaves the house: mails and SMS, each by the sender that the settings name. Knows no table and no notice."""
