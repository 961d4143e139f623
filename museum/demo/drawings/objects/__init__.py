"""The plates that are drawn and not modelled, and the lettering that is printed on modelled things."""
