using Apm.Specs;

namespace Apm.Generators;

/// <summary>Facts about errors that only some APIs have.</summary>
internal static class EmitErrorFacts
{
    /// <summary>Members of the profile.</summary>
    public static void OfProfile(CodeWriter code, ApiModel api)
    {
        var errors = api.Errors;
        Unnamed(code, "UnnamedDuplicateReference", errors, ErrorKind.DuplicateReference);
        if (errors.Code(ErrorKind.Internal) is { Status: < 300 } unknown)
        {
            if (unknown.Name is { } name)
            {
                code.Line($"UnknownOutcomeErrors = [{CSharpText.Literal(name)}],");
            }

            Unnamed(code, "UnnamedUnknownOutcome", errors, ErrorKind.Internal);
        }

        if (errors.Payment is not null)
        {
            code.Line($"PaymentOfError = answer => new {api.Prefix}Payment({api.Prefix}Json.ReadPayment(answer)),");
        }
    }

    /// <summary>Members of the idempotency key.</summary>
    public static void OfKey(CodeWriter code, ErrorModel errors)
    {
        Unnamed(code, "UnnamedReused", errors, ErrorKind.KeyReused);
        Unnamed(code, "UnnamedInUse", errors, ErrorKind.KeyInUse);
    }

    /// <summary>Members of the shape of errors.</summary>
    public static void OfShape(CodeWriter code, ErrorModel errors)
    {
        if (errors.NamePaths.Count > 1)
        {
            code.Line($"OtherNames = [{CSharpText.Join(errors.NamePaths.Skip(1).Select(CSharpText.Literal))}],");
        }

        if (!errors.When.IsEmpty)
        {
            code.Line($"When = [{CSharpText.Join(errors.When.Select(EmitStates.Condition))}],");
        }

        if (errors.Payment is { } payment)
        {
            code.Line($"Payment = {CSharpText.Literal(payment)},");
        }
    }

    // An error with a name precedes one without.
    private static void Unnamed(CodeWriter code, string property, ErrorModel errors, ErrorKind kind)
    {
        if (errors.Code(kind) is not { Name: null } unnamed)
        {
            return;
        }

        var named = errors.Codes.Where(other => other.Status == unnamed.Status).Select(other => other.Name).OfType<string>().Distinct();
        code.Line($"{property} = new({CSharpText.Join(named.Select(CSharpText.Literal).Prepend(CSharpText.Number(unnamed.Status)))}),");
    }
}
