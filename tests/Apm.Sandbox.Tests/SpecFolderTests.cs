namespace Apm.Sandbox.Tests;

/// <summary>Specs in a folder.</summary>
public sealed class SpecFolderTests : IDisposable
{
    private readonly string _name = "specs-" + Guid.NewGuid().ToString("N");
    private readonly List<string> _made = [];

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../..")]
    public void A_test_finds_the_folder_of_its_project(string above)
    {
        Write(Path.Combine(AppContext.BaseDirectory, above, _name));

        Assert.Contains(new Gateway(new() { SpecFolder = _name }).Methods, method => method.SpecId == "kiosk/v3/paybean");
    }

    [Fact]
    public void A_full_path_is_the_folder_itself()
    {
        var folder = Path.Combine(Path.GetTempPath(), _name);
        Write(folder);

        Assert.Contains(new Gateway(new() { SpecFolder = folder }).Methods, method => method.SpecId == "kiosk/v3/paybean");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        Assert.Contains($"'{_name}'", Missing(_name), StringComparison.Ordinal);
        Assert.Contains(AppContext.BaseDirectory, Missing(_name), StringComparison.Ordinal);
        var full = Path.Combine(Path.GetTempPath(), _name);
        Assert.Equal($"The folder of specs '{full}' does not exist.", Missing(full));
    }

    public void Dispose() => _made.ForEach(folder => Directory.Delete(folder, recursive: true));

    private static string Missing(string folder) =>
        Assert.Throws<DirectoryNotFoundException>(() => new Gateway(new() { SpecFolder = folder })).Message;

    private void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        _made.Add(folder);
        foreach (var (file, text) in ForeignSpec.Texts)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
