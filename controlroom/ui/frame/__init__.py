"""The window itself: where its docks stand, what its menus do, its picture."""
