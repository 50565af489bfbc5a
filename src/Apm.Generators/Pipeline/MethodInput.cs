using Apm.Specs;

namespace Apm.Generators;

/// <summary>The input of a method's output: plain values, no spans.</summary>
/// <param name="Id">The id, such as <c>harbour_pay</c>.</param>
/// <param name="Model">Null if the spec has too many errors for more than a stub.</param>
internal sealed record MethodInput(string File, string Id, string Namespace, ApiModel? Api, MethodModel? Model)
{
    public string Prefix => CSharpName.Pascal(Id);
}

/// <summary>The facts about a method that its API's output needs.</summary>
/// <param name="Api">The id of the method's API; empty if it does not exist.</param>
/// <param name="Declares">Every type of the method's output.</param>
/// <param name="ApiTypes">Every type of the API's output except those of its request.</param>
/// <param name="SharedTypes">The types of the API's request that the method uses.</param>
/// <param name="CalledChecks">The checks of the API's output that the method calls.</param>
/// <param name="Bodies">The method's classes that are sent or received as a whole body.</param>
/// <param name="Nested">The method's classes within these.</param>
/// <param name="Enums">The method's enums.</param>
internal sealed record MethodSummary(
    string File,
    string Id,
    string Api,
    string Namespace,
    EquatableArray<DeclaredType> Declares,
    EquatableArray<DeclaredType> ApiTypes,
    EquatableArray<DeclaredType> SharedTypes,
    EquatableArray<string> CalledChecks,
    EquatableArray<string> Bodies,
    EquatableArray<string> Nested,
    EquatableArray<string> Enums)
{
    /// <summary>Whether a request of the method needs values of the call.</summary>
    public bool UsesValues { get; init; }

    /// <summary>The types of webhooks that have another state for the method; null if there are none.</summary>
    public MethodTypes? Types { get; init; }

    public string SpecId => Api.Length == 0 ? Id : Api + "/" + Id;

    /// <summary>The method has empty types only.</summary>
    public bool IsStub => Bodies.IsEmpty;

    public static MethodSummary Create(MethodInput input)
    {
        if (input is not { Api: { } api, Model: { } model })
        {
            // A method with errors keeps its API's client, which the rest of the shop uses.
            return new MethodSummary(input.File, input.Id, input.Api?.Id ?? "", input.Namespace,
                new[] { "", "PaymentRequest", "Payment" }.Select(name => new DeclaredType(input.Prefix + name, "")).ToEquatableArray(),
                input.Api is null ? default : TypesOf(input.Api), default, default, default, default, default);
        }

        var request = ShapeBuilder.Request(model, api);
        var roots = DeclaredTypes.OwnBodies(model, api).Prepend(request).ToList();
        var declared = roots.SelectMany(root => root.Declared()).ToList();
        return new MethodSummary(input.File, input.Id, api.Id, input.Namespace,
            DeclaredTypes.Of(model, api, request).ToEquatableArray(),
            TypesOf(api),
            DeclaredTypes.Of(roots.SelectMany(root => root.SelfAndNested()).Where(shape => shape.IsShared)).Distinct().ToEquatableArray(),
            SharedChecks.Of(api).CalledBy(roots).Distinct().ToEquatableArray(),
            roots.Select(root => root.TypeName).Append(input.Prefix + "Payment").ToEquatableArray(),
            declared.Select(shape => shape.TypeName).Except(roots.Select(root => root.TypeName)).ToEquatableArray(),
            declared.SelectMany(shape => shape.Enums()).Select(shape => shape.TypeName).ToEquatableArray())
        {
            UsesValues = model.UsesValues,
            Types = MethodTypes.Of(model),
        };
    }

    private static EquatableArray<DeclaredType> TypesOf(ApiModel api)
    {
        var bodies = GeneratedOperation.Of(api).Where(pair => pair.Model.Body is not null).Select(pair => ShapeBuilder.Body(pair.Model, pair.Model.Body!, api));
        return DeclaredTypes.OfItself(api).Concat(bodies.SelectMany(body => DeclaredTypes.Of(body.SelfAndNested()))).ToEquatableArray();
    }
}

/// <summary>The types of webhooks that have another state if the webhook names the method.</summary>
/// <param name="GatewayId">The gateway's id of the method.</param>
internal sealed record MethodTypes(string GatewayId, EquatableArray<StatusModel> Types)
{
    /// <summary>Null if the method has no such types. A type can be a status.</summary>
    public static MethodTypes? Of(MethodModel method)
    {
        var types = method.Types.Concat(method.Statuses.Where(status => status.When.IsEmpty)).ToEquatableArray();
        return types.IsEmpty ? null : new MethodTypes(method.GatewayId, types);
    }
}
