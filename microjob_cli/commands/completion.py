"""What `--install-completion` prints."""

from microjob_cli.language import Language


def installed_lines(language: Language) -> str:
    """Sets completion up for the shell that called, and tells where. Raises MicrojobError."""
    from microjob_cli.completion.installing import install, shell_here

    shell = shell_here()
    path = install(shell)
    done = language.say("Completion by Tab is set up for {shell}: {path}.", shell=shell, path=path)
    return f"{done}\n{language.say('It works in the next terminal that you open.')}"
