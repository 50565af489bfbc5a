namespace QuickStart;

/// <summary>Where the gateway is and who asks; all null for the embedded sandbox.</summary>
internal sealed record Settings(Uri? Host, string? UserName, string? Password)
{
    private const string Usage = """
        Usage: QuickStart [--host URL --user NAME --password SECRET]

        Without arguments, an embedded sandbox is the gateway.
        """;

    /// <returns>Null, with the reason written, where the arguments make no sense.</returns>
    public static Settings? Read(string[] arguments, TextWriter errors)
    {
        if (arguments is ["--help" or "-h"])
        {
            errors.WriteLine(Usage);
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] is not ("--host" or "--user" or "--password") || i + 1 == arguments.Length)
            {
                errors.WriteLine($"{arguments[i]} is not an option, or has no value.\n\n{Usage}");
                return null;
            }

            values[arguments[i]] = arguments[i + 1];
        }

        if (values.Count is not (0 or 3))
        {
            errors.WriteLine($"--host, --user and --password go together.\n\n{Usage}");
            return null;
        }

        if (values.Count == 0)
        {
            return new Settings(null, null, null);
        }

        if (!Uri.TryCreate(values["--host"], UriKind.Absolute, out var host))
        {
            errors.WriteLine($"'{values["--host"]}' is not an absolute URL.");
            return null;
        }

        return new Settings(host, values["--user"], values["--password"]);
    }
}
