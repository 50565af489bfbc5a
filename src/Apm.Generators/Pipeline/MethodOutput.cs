using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators;

/// <summary>The files that a method adds to the compilation.</summary>
internal static class MethodOutput
{
    public static void Add(SourceProductionContext output, MethodInput input, SpecNameConflicts clashes)
    {
        if (clashes.Excludes(input.File))
        {
            return;
        }

        if (input is not { Api: { } api, Model: { } method })
        {
            output.AddSource(HintName.Of(input.Namespace, input.Id, "Stub"), SourceText.From(EmitStub.Of(input), Encoding.UTF8));
            return;
        }

        var context = EmitContext.Of(method, api, input.Namespace);
        var request = ShapeBuilder.Request(method, api);
        Add("Request", code => EmitRequest.Write(code, request, method, api, context));
        Add("Validator", code => EmitValidator.Write(code, request, EmitShared.Validator(api), context, method.Rules));
        Add("Payment", code => EmitPayment.Write(code, method, api, context));
        if (GeneratedOperation.WithOwnBody(method, api).Any())
        {
            Add("Operations", code => EmitOwnOperations.Write(code, method, api, context));
        }

        Add("Facts", code => EmitMethodInfo.Write(code, method, api));

        void Add(string concept, Action<CodeWriter> write) =>
            output.AddSource(HintName.Of(input.Namespace, method.SpecId, concept), SourceText.From(context.File(method.SpecId, write), Encoding.UTF8));
    }
}
