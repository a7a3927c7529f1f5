"""The words of everything that has a name, in both languages: for the window and the command line. No Qt."""
