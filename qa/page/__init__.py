"""The pure parts of the web page: what a reader sees, as safe HTML, without a server."""
