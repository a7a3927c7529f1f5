"""Pure recognisers: accounts, phones, coordinates, PIN codes, times; and the folding of scripts and
spellings.
"""
