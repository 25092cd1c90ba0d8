# Tab completes microjob: the program itself says what can follow.
_microjob_completion() {
    local IFS=$'\n' answer line
    COMPREPLY=()
    if ! answer=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" _MICROJOB_COMPLETE=complete_bash \
        "${1/#\~/$HOME}" 2>/dev/null); then
        compopt -o default 2>/dev/null # a file belongs here
        return
    fi
    while read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done <<<"$answer"
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _microjob_completion microjob
