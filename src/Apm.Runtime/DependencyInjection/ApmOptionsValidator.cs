using Microsoft.Extensions.Options;

namespace Apm;

internal sealed class ApmOptionsValidator<TOptions>(string optionsName) : IValidateOptions<TOptions>
    where TOptions : ApmClientOptions
{
    public string OptionsName => optionsName;

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name != OptionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = new List<string>();
        options.Validate(failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
