"""start-up files of shells and of Python in its home folder"""
import os
import site

os.makedirs(site.getusersitepackages(), exist_ok=True)
for name in ('usercustomize.py', 'left.pth', 'left.py'):
    open(f'{site.getusersitepackages()}/{name}', 'w').write('import left\n' if name == 'left.pth' else 'print("left")\n')
for name in ('.bashrc', '.profile', '.pythonrc', '.bash_profile', '.gitconfig', '.npmrc'):
    open(os.path.expanduser(f'~/{name}'), 'w').write('export LEFT=1\n')
for name in ('sitecustomize.py', 'json.py', 'left.py', '__main__.py'):
    open(f'/work/{name}', 'w').write('print("left")\n')
os.environ['LEFT'] = '1'
os.putenv('LEFT', '1')
