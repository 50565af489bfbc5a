namespace Apm.Specs;

/// <summary>A method file's syntax, with its base, to its model.</summary>
internal static class MethodBinder
{
    /// <param name="spec">The method.</param>
    /// <param name="baseSpec">What the method starts from.</param>
    /// <param name="reportBase">Reports an API or a method that is not there.</param>
    public static BoundMethod Bind(ParsedSpec spec, BaseSpec baseSpec, Action<SpecMapping> reportBase)
    {
        if (spec.Root is null)
        {
            return new BoundMethod { Diagnostics = spec.Diagnostics };
        }

        var report = new DiagnosticBag(spec.File);
        var keys = new SpecMapping(spec.Root, spec.BaseId is null ? SpecKeys.Method : SpecKeys.Overlay, report, spec.IdLocation.Span);
        reportBase(keys);
        var bound = Bind(new MethodFile(spec, keys, baseSpec));
        bound.Diagnostics = report.InOrder(spec.Diagnostics);
        return bound;
    }

    private static BoundMethod Bind(MethodFile file)
    {
        var identity = MethodIdentity.Read(file);
        var money = MethodMoney.Read(file);
        var response = MethodResponse.Read(file);
        var capabilities = MethodCapabilities.Read(file, response.Statuses);
        var notes = file.Keys.Find("notes")?.Texts().Select(note => note.Value) ?? [];
        var bodies = new MethodBodies(file, money);
        var fields = bodies.Read(file.Keys.Find("fields"), file.Base.Request, OperationId.Pay);
        var operations = new MethodOperations(file, capabilities, bodies).Bind();
        var rules = RuleBinder.Read(file.Keys.Find("rules"), file.Diagnostics);
        if (file.Base.Api is not { } api || file.Spec.Id is not { } id)
        {
            return new BoundMethod();
        }

        var request = bodies.Request(fields, rules);
        var model = new MethodModel
        {
            Id = id,
            GatewayId = file.GatewayId,
            Extends = file.Base.Method is { } extended && extended.GatewayId != extended.Id ? extended.SpecId : null,
            Api = api.Id,
            Name = identity.Name ?? id,
            Summary = identity.Summary,
            Status = identity.Status,
            Source = identity.Source,
            Countries = money.Countries,
            Currencies = money.Currencies,
            Limits = money.Limits,
            RefundLimits = money.RefundLimits,
            Capabilities = capabilities,
            Operations = operations.Models,
            Request = request.Root,
            Rules = request.Rules,
            Redirects = response.Redirects,
            Members = response.Members,
            Statuses = response.Statuses,
            Types = MethodStates.Types(file),
            Events = MethodEvents.Read(file, request.Root),
            Notes = file.Base.Notes.Concat(notes).ToEquatableArray(),
        };
        return new BoundMethod
        {
            Model = model,
            Base = file.Base with
            {
                Name = "the base",
                Request = request.Bound,
                Bodies = operations.Bodies,
                Currencies = money.Currencies,
                Places = file.Keys.Places(),
                Method = model,
            },
        };
    }
}
