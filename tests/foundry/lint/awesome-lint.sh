# expect: lint lint.marked
# needs: awesome-lint git
printf '# Awesome Shop\n\n## Contents\n\n- [Basket](http://shop.example)\n- [basket](http://shop.example) - baskets\n' >readme.md
git init -q .
awesome-lint readme.md
