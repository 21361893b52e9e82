using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading;

/// <summary>Where the parts of a network stand: the places that its specification refers to by number.</summary>
internal sealed class SiteTable
{
    private readonly List<Location> locations = [];

    public IReadOnlyList<Location> Locations => locations;

    public int Add(Location location)
    {
        locations.Add(location);
        return locations.Count - 1;
    }
}
