# expect: success
# needs: svn svnadmin
svnadmin create repo && svn checkout file:///tmp/foundry/app/repo work && cd work && echo a >failed.txt && svn add failed.txt && svn commit -m 'handle error' && svn update && svn info --show-item revision && svn log
