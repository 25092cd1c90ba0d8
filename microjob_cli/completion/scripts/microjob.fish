# Tab completes microjob: the program itself says what can follow.
function __microjob_completion
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -l answer (env COMP_WORDS=(string join \n -- $words "$last" | string collect) COMP_CWORD=(count $words) \
        _MICROJOB_COMPLETE=complete_fish $program 2>/dev/null)
    if test $status -ne 0
        __fish_complete_path "$last" # a file belongs here
        return
    end
    test (count $answer) -gt 0; and string join \n -- $answer
end
complete --command microjob --no-files --keep-order --arguments '(__microjob_completion)'
