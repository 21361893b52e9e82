namespace NetGen.Mutations.Networks;

[Network]
[Input<Pictures>]
[Flatten]
[Linear(2)]
[CrossEntropy]
internal partial class PictureNet;
