"""The records as a web site: pages that are handed out or put on any host, and their tools."""
