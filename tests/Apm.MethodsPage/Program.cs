using Apm.MethodsPage;
using Apm.Sandbox;

// Writes docs/methods.md from the shipped specs: dotnet run --project tests/Apm.MethodsPage [file]
var file = args is [var named] ? named : Path.Combine("docs", "methods.md");
await File.WriteAllTextAsync(file, Page.Render(new Gateway(), Confirmations.In("specs"), MutationScores.In("specs")).ReplaceLineEndings("\n"));
Console.WriteLine($"Wrote {file}.");
