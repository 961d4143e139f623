"""Taking the museum along: pages kept by a browser, the museum as an app, an exhibit packed into one file."""
