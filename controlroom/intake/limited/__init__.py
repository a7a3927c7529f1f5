"""The limited processes that read mails and pictures, and the ends of them that stay in the program."""
