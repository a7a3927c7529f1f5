"""A mail taken apart: bytes to headers, text, links and attachments. No file here ever raises."""
