using NetGen;
using NetGen.Data;

// One folder a class, with PNG and JPEG files of any size in it: here circle, square and triangle.
[DataSet, Sample(3, 24, 24), Classes(3)]
public sealed class Shapes(string folder) : ImageFolder(folder);
