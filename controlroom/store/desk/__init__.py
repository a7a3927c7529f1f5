"""The folder of one desk: opened with its key, held, checked, mended, connected."""
