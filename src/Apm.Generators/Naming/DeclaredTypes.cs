using Apm.Specs;

namespace Apm.Generators;

/// <summary>A type's name and the path of its field; the path is empty for a type that does not depend on fields.</summary>
internal sealed record DeclaredType(string Name, string Path);

/// <summary>The types that an output declares. Two outputs that declare the same type are a conflict.</summary>
internal static class DeclaredTypes
{
    /// <summary>The types of a method's output.</summary>
    public static IEnumerable<DeclaredType> Of(MethodModel method, ApiModel api, ObjectShape request) =>
        OfItself(method, api, request)
            .Concat(Of(request.Declared()).Where(type => type.Path.Length > 0))
            .Concat(Of(OwnBodies(method, api).SelectMany(body => body.Declared())).Where(type => type.Path.Length > 0).Select(type => type with { Path = "" }));

    /// <summary>The bodies that are specific to the method.</summary>
    public static IEnumerable<ObjectShape> OwnBodies(MethodModel method, ApiModel api) =>
        GeneratedOperation.WithOwnBody(method, api).Select(own => ShapeBuilder.OwnBody(own.Operation, own.Body, method, api));

    /// <summary>The types of a method other than the objects and enums in its request.</summary>
    public static IEnumerable<DeclaredType> OfItself(MethodModel method, ApiModel api, ObjectShape request)
    {
        var prefix = CSharpName.Pascal(method.Id);
        var names = new List<string> { prefix, request.TypeName, EmitValidator.Of(request.TypeName), prefix + "Payment" };
        var bodies = GeneratedOperation.WithOwnBody(method, api).Select(own => own.Operation.OwnBodyType(method)).ToList();
        names.AddRange(bodies.Concat(bodies.Select(EmitValidator.Of)));
        if (bodies.Count > 0)
        {
            names.Add(EmitOwnOperations.Class(method));
        }

        if (EmitPayment.HasRefusals(method, api))
        {
            names.Add(prefix + "NotOffered");
        }

        return names.Select(name => new DeclaredType(name, ""));
    }

    /// <summary>The types of an API other than objects and enums.</summary>
    public static IEnumerable<DeclaredType> OfItself(ApiModel api) => FixedParts(api)
        .Select(name => api.Prefix + name)
        .Append("I" + api.Prefix + "Client")
        .Append(EmitApiPayment.StatusType(api))
        .Concat(GeneratedOperation.Of(api).Where(pair => pair.Model.Summary is not null).Select(pair => pair.Operation.Interface))
        .Concat(api.Webhooks?.Events.Select(details => EventDetails(details, api)) ?? [])
        .Select(name => new DeclaredType(name, ""));

    /// <summary>The class with the members of one type of webhook.</summary>
    public static string EventDetails(WebhookEventModel details, ApiModel api) =>
        api.Prefix + EmitEventDetails.Part(details, [.. FixedParts(api), EmitApiPayment.StatusType(api).Substring(api.Prefix.Length)]);

    /// <summary>The types of every API, without the prefix and the type of the status.</summary>
    public static IEnumerable<string> FixedParts(ApiModel api)
    {
        var bodies = GeneratedOperation
            .Of(api)
            .Where(pair => pair.Model.Body is not null)
            .Select(pair => CSharpName.Pascal(pair.Operation.Id) + "Request")
            .ToList();
        return
        [
            "Client",
            "ClientOptions",
            "ClientServiceCollectionExtensions",
            "Json",
            .. EmitMerchant.IsOption(api) ? new[] { "Merchant" } : [],
            "Payment",
            "PaymentRequest",
            "SharedValidator",
            .. bodies,
            .. bodies.Select(EmitValidator.Of),
            .. EmitResult.Generated(api).SelectMany(result => new[] { result.Kind.ToString(), result.Kind + "Status" }),
            .. api.Webhooks is null ? [] : EmitEvent.Parts,
        ];
    }

    public static IEnumerable<DeclaredType> Of(IEnumerable<ObjectShape> shapes)
    {
        foreach (var shape in shapes)
        {
            yield return new DeclaredType(shape.TypeName, shape.Field.Path);
            foreach (var values in shape.Enums())
            {
                yield return new DeclaredType(values.TypeName, values.Field.Path);
                yield return new DeclaredType(EmitEnum.Converter(values), values.Field.Path);
            }
        }
    }
}
