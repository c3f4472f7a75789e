"""HTTPS: the names a computer goes by, the certificate it shows, and how one is made for a network of our own."""
