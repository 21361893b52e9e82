using System.Globalization;
using Gallery;

const int WrongInput = 2;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (args.Length == 0)
{
    foreach (Exhibit exhibit in Exhibit.All)
        Console.WriteLine($"{exhibit.Name,-20}{exhibit.Parameters,15:N0} parameters{exhibit.MultiplyAdds,20:N0} multiply-adds");
    return 0;
}

if (args.Length > 1 || Exhibit.All.FirstOrDefault(
    exhibit => exhibit.Name.Equals(args[0], StringComparison.OrdinalIgnoreCase)) is not { } chosen)
{
    await Console.Error.WriteLineAsync($"""
        Shows the layers of a network.

          Gallery [NAME]

        NAME  {string.Join(", ", Exhibit.All.Select(exhibit => exhibit.Name))}; without it the networks are listed
        """);
    return WrongInput;
}

Console.WriteLine(chosen.Summary);
return 0;
