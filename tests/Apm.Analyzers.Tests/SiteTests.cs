using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Apm.Analyzers.Tests;

public class SiteTests
{
    /// <summary>Nearly all code has nothing to do with payments: to see that costs no memory.</summary>
    [Fact]
    public void Nothing_is_allocated_for_code_that_touches_no_constrained_member()
    {
        var code = Shop.Tree("""
            public sealed class Stock
            {
                public int Count { get; set; }
                public string Name { get; set; } = "";
                private readonly Dictionary<string, Stock> _all = [];

                public void Add(string name, int count)
                {
                    if (!_all.TryGetValue(name, out var stock))
                    {
                        stock = new Stock { Name = name };
                        _all.Add(name, stock);
                    }

                    stock.Count += count;
                    stock.Name = string.Join(", ", name, count.ToString());
                    Console.WriteLine(Describe(stock, "in stock"));
                }

                private static string Describe(Stock stock, string where) => stock.Name + where;
            }
            """, "Stock.cs");
        var compilation = Shop.Compilation("Shop", [Shop.Tree(Shop.Usings), code], withSpecs: true);
        var usage = UsageContext.Of(compilation, new AnalysisCounts())!;
        var model = compilation.GetSemanticModel(code);
        var operations = code.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            .SelectMany(method => model.GetOperation(method)!.DescendantsAndSelf())
            .Where(operation => operation is IAssignmentOperation or IObjectCreationOperation or IInvocationOperation).ToArray();
        Assert.True(operations.Length > 7);

        // What is found out once.
        Assert.Equal(0, Count());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sites = Count();
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, sites);
        Assert.Equal(before, after);

        int Count()
        {
            var sites = 0;
            foreach (var operation in operations)
            {
                sites += UsageSites.Matches(operation, usage, out _) ? 1 : 0;
            }

            return sites;
        }
    }
}
