# expect: syntax_error php.curly-offset
# needs: php
cat > initial.php <<'END'
<?php
function initial(string $name): string
{
    return $name{0};
}
END
php initial.php
