"""The musician's process: the model behind a socket, its memories, and the silence should the stage die."""
