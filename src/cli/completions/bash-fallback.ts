/**
 * What the script for bash takes from the package bash-completion, for a bash without it. As there, `-n` names the
 * signs that don't end a word, and the caller's variables `cur`, `prev`, `words` and `cword` are set where asked for.
 */
export const BASH_FALLBACK = `
if ! declare -F _get_comp_words_by_ref >/dev/null; then
_get_comp_words_by_ref() {
    local __signs="" __before="" __line="$COMP_LINE" __i __part __cword=0 __words=()
    if [[ "\${1:-}" == -n ]]; then
        __signs="$2"
        shift 2
    fi
    # Bash parts words at these signs too; what no blank parts on the line is put together again.
    for ((__i = 0; __i < \${#COMP_WORDS[@]}; __i++)); do
        __part="\${COMP_WORDS[__i]}"
        if ((__i > 0)) && [[ -n "$__signs" && "$__line" != [[:blank:]]* ]] &&
            [[ "$__part" == ["$__signs"]* || "$__before" == *["$__signs"] ]]; then
            __words[\${#__words[@]}-1]+="$__part"
        else
            __words+=("$__part")
        fi
        ((__i == COMP_CWORD)) && __cword=$((\${#__words[@]} - 1))
        __line="\${__line#*"$__part"}"
        __before="$__part"
    done
    while (($# > 0)); do
        case "$1" in
            cur) cur="\${__words[__cword]}" ;;
            prev) prev="" && ((__cword > 0)) && prev="\${__words[__cword-1]}" ;;
            words) words=("\${__words[@]}") ;;
            cword) cword=$__cword ;;
        esac
        shift
    done
}
fi
`.trimStart();
