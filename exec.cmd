@rem The scripts in package.json begin with the shell's word exec, so that a signal reaches Node.js. The cmd.exe of Windows has no such word.
@%*
