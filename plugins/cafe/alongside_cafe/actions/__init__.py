"""What people do with the rota, a file per act."""
