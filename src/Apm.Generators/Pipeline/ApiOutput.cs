using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators;

/// <summary>The files that an API adds to the compilation, which its methods share.</summary>
internal static class ApiOutput
{
    public static void Add(SourceProductionContext output, ApiInput input)
    {
        var api = input.Methods.Any(method => method.UsesValues) ? input.Model with { UsesValues = true } : input.Model;
        var context = EmitContext.Of(api, input.Namespace, input.Methods.SelectMany(method => method.CalledChecks));
        var used = new HashSet<string>(input.Methods.SelectMany(method => method.SharedTypes).Select(type => type.Name), StringComparer.Ordinal);
        var bodies = GeneratedOperation
            .Of(api)
            .Where(pair => pair.Model.Body is not null)
            .Select(pair => (Shape: ShapeBuilder.Body(pair.Model, pair.Model.Body!, api), pair.Model.Rules))
            .ToList();
        used.UnionWith(bodies.SelectMany(body => body.Shape.SelfAndNested()).Where(shape => shape.IsShared).Select(shape => shape.TypeName));
        var shared = api.Types.SelectMany(type => ShapeBuilder.Type(type, api).SelfAndOwn()).Concat(ShapeBuilder.SharedRequest(api).SelfAndOwn())
            .Where(shape => used.Contains(shape.TypeName)).ToList();
        var objects = shared.Concat(bodies.SelectMany(body => body.Shape.Declared())).ToList();
        var enums = new HashSet<string>(
            objects.SelectMany(shape => shape.Enums()).Select(shape => shape.TypeName).Concat(input.Methods.SelectMany(method => method.Enums)),
            StringComparer.Ordinal);
        var whole = bodies
            .Select(body => body.Shape.TypeName)
            .Append(api.Prefix + "Payment")
            .Concat(EmitResult.Generated(api).Select(result => api.Prefix + result.Kind))
            .Concat(input.Methods.SelectMany(method => method.Bodies))
            .ToList();
        var nested = objects
            .Select(shape => shape.TypeName)
            .Except(whole)
            .Concat(input.Methods.SelectMany(method => method.Nested))
            .Concat(enums.OrderBy(name => name, StringComparer.Ordinal))
            .ToList();

        Add("Client", code =>
        {
            EmitClient.Write(code, api);
            code.Line();
            EmitOptions.Write(code, api);
            code.Line();
            EmitServiceRegistration.Write(code, api);
        });
        Add("Payment", code => EmitApiPayment.Write(code, api));
        if (EmitResult.Generated(api).Any())
        {
            Add("Results", code => EmitResult.Write(code, api));
        }

        if (api.Webhooks is { } events)
        {
            Add("Event", code => EmitEvent.Write(code, api, events, TypesOfMethods(input)));
        }

        Add("Shared", code => EmitShared.Write(code, api, shared, bodies, context));
        Add("Json", code => EmitApiJson.Write(code, api, whole, nested, enums));

        static IReadOnlyList<MethodTypes> TypesOfMethods(ApiInput input) =>
            [.. input.Methods.Select(method => method.Types).OfType<MethodTypes>().GroupBy(types => types.GatewayId).Select(group => group.First())];

        void Add(string concept, Action<CodeWriter> write) =>
            output.AddSource(HintName.Of(input.Namespace, api.Id, concept), SourceText.From(context.File(api.Id, write), Encoding.UTF8));
    }
}
