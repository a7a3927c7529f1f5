"""The folium page, built once, with local assets; the JSON of what is drawn on it."""
