"""What gets its new shape when the program runs, because it is not in view here."""
