// The program: closes the doors, builds the objects, runs a command or opens the window.
int main() { return 0; }
