# Tab completes microjob: the program itself says what can follow.
_microjob_completion() {
    local answer
    local -a offers ending
    if ! answer=$(env COMP_WORDS="${(F)words[1,CURRENT]}" COMP_CWORD=$((CURRENT - 1)) _MICROJOB_COMPLETE=complete_zsh \
        ${~${(Q)words[1]}} 2>/dev/null); then
        _files # a file belongs here
        return
    fi
    [[ -n $answer ]] || return 1
    offers=("${(@f)answer}")
    [[ $offers[1] == *= ]] && ending=(-S '')
    _describe -V microjob offers "${ending[@]}"
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _microjob_completion microjob
