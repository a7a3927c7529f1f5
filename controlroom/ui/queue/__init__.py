"""The queue: a model of frozen rows, a delegate that paints prepared rows, a view of rows of one height."""
