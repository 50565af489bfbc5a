using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>The members of the client that query or cancel refunds and captures. Their parameters are the ids in the path.</summary>
internal static class EmitResultMembers
{
    private static readonly Regex s_placeholder = new(@"\{(id|refund\.id|capture\.id)\}", RegexOptions.CultureInvariant);

    public static IEnumerable<ClientMember> Of(ApiModel api) =>
        EmitResult.Generated(api).SelectMany(result => result.Operations.Select(operation => Member(operation, result, api)));

    private static ClientMember Member(OperationModel operation, ResultModel result, ApiModel api)
    {
        var name = result.Kind.ToString().ToLowerInvariant();
        var isQuery = operation == result.Query;
        var ids = s_placeholder.Matches(operation.Target).Cast<Match>().Select(match => match.Groups[1].Value == "id" ? "paymentId" : name + "Id").ToList();
        var docs = ids.Select(id => $"/// <param name=\"{id}\">The gateway's id of the {(id == "paymentId" ? "payment" : name)}.</param>");
        var checks = ids.Select(id => $"    global::System.ArgumentException.ThrowIfNullOrEmpty({id});");
        var takesKey = ClientMember.TakesKey(operation, api);
        var payment = ids.Contains("paymentId") ? "PaymentId = paymentId, " : "";
        return new ClientMember(
            $$"""
            /// <summary>{{(isQuery ? "Queries the current state of" : "Cancels")}} a {{name}}.</summary>
            {{string.Join("\n", docs)}}{{ClientMember.KeyParameterDocs(takesKey)}}
            /// <param name="cancellationToken">Cancels the {{(isQuery ? "wait. A query changes nothing at the gateway" : "call")}}.</param>
            {{(isQuery ? ClientMember.QueryErrors : ClientMember.SendErrors)}}
            """,
            operation,
            $"{EmitResult.Task(operation.Result, api, "")} {CSharpName.Pascal(operation.Id)}Async"
                + $"({string.Concat(ids.Select(id => $"string {id}, "))}{ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            "",
            $$"""
            {
            {{string.Join("\n", checks)}}
                var call = new global::Apm.ApmCall({{ClientMember.Field(operation.Id)}}) { {{ClientMember.Key(takesKey)}}{{payment}}ResultId = {{name}}Id };
                {{EmitResult.Send(operation.Result, api, "call")}}
            }
            """);
    }
}
