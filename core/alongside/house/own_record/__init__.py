"""“What is kept about me”: all that the parts keep of a person, in words, for herself; and to take with her."""
