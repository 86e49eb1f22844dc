cat <<END
never ended
